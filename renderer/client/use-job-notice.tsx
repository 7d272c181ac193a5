import { App, Button } from 'antd';
import { useNavigate } from 'react-router';

/** Tells, wherever the person is now, how long work ended, with a link to its result. */
export function useJobNotice(): (notice: { readonly text: string; readonly to: string }) => void {
  const { message } = App.useApp();
  const navigate = useNavigate();
  return ({ text, to }) => {
    const key = crypto.randomUUID();
    const open = () => {
      message.destroy(key);
      void navigate(to);
    };
    void message.success({
      key,
      duration: 8,
      content: (
        <>
          {text}
          <Button type="link" size="small" onClick={open}>
            查看
          </Button>
        </>
      ),
    });
  };
}

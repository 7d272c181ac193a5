import { useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { DiagnosticsButton } from '#renderer/ui/diagnostics-button.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Licences } from './licences.tsx';
import './system.css';

/** 关于: versions of the program, the policy in force, text for the maintainers. */
export function AboutPage() {
  const district = useDistrict();
  const about = useApi('app.about', {});
  return (
    <Page
      title="关于"
      state="梯度131：区经信局专精特新梯度培育台账，数据只保存在本机，程序不联网。"
      actions={<DiagnosticsButton />}
    >
      <Loaded query={about}>
        {(versions) => (
          <dl className="change-facts panel">
            <dt>程序版本</dt>
            <dd>{versions.version}</dd>
            <dt>运行环境</dt>
            <dd>
              Electron {versions.electron}，Chromium {versions.chrome}，Node {versions.node}
            </dd>
            <dt>区县</dt>
            <dd>{district.districtName}</dd>
            <dt>政策文件</dt>
            <dd>{district.documentTitle}</dd>
            <dt>政策包版本</dt>
            <dd>{district.ruleVersion}</dd>
          </dl>
        )}
      </Loaded>
      <Licences />
    </Page>
  );
}

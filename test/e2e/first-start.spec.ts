import { expect, test } from '@playwright/test';
import { launch, scratchFolder, takePictures } from './support/application.ts';

test('first start asks for the district', async () => {
  const app = await launch(scratchFolder());
  await expect(app.page.getByText('钱塘')).not.toHaveCount(0);
  await takePictures(app, '01-first-start');
  await app.electron.close();
});

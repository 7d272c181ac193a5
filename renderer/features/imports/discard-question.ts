/** 放弃导入草稿: what is lost and how to get it back. */
export function discardQuestion(fileNames: readonly string[]) {
  return {
    title: '放弃这次导入？',
    lost: [
      `${[...new Set(fileNames)].join('、')} 的核对结果，以及已作的选定、改正和确认，都会丢掉。`,
      '台账不会有任何改动。',
    ],
    back: '以后要导入时，重新选择文件即可。',
    okText: '放弃',
  };
}

/** What the operating system says about a file, in the words of a clerk. */
import type { Stats } from 'node:fs';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '不存在；请检查路径和文件名',
  ENOTDIR: '不存在；请检查路径和文件名',
  EACCES: '没有读取权限；请检查权限，或复制到自己的文件夹后再审核',
  EPERM: '没有读取权限；请检查权限，或复制到自己的文件夹后再审核',
  EBUSY: '正被其他程序占用；请关闭后再审核',
  ELOOP: '是循环的链接，找不到真正的文件',
  ENAMETOOLONG: '路径太长；请移到较浅的文件夹或缩短名称',
  EISDIR: '是文件夹，不是文件',
  EIO: '所在的磁盘读取出错；请重新复制',
  EMFILE: '无法打开：同时打开的文件太多；请稍后再试',
};

/** One Chinese sentence on why a file or folder could not be read. */
export function fileErrorReason(error: unknown, what = '文件'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return `${what}${REASONS[code] ?? `读取失败（${code || '原因不明'}）；请检查后再试`}。`;
}

/** Why something that is neither file nor folder is not opened: reading from a pipe would wait for ever. */
export function strangeFileReason(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return fileErrorReason(Object.assign(new Error(), { code: 'EISDIR' }));
  return '这是管道或设备，不是普通文件，未读取。';
}

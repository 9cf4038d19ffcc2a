import type { Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './capabilities.ts';
import type { FileAccess, ServerHost } from './host.ts';
import { fileStamp, readDirectory, readFile, writeFile } from './protocol.ts';

/** Files by URI: of the disk through the host, all others through the client, if it offers that. */
export function openFiles(
  connection: Connection,
  host: ServerHost,
  features: () => ClientFeatures,
): FileAccess & Required<Pick<FileAccess, 'readEdited'>> {
  const onDisk = (uri: string) => (uri.startsWith('file:') ? host.disk : undefined);
  return {
    async readText(uri) {
      const disk = onDisk(uri);
      if (disk) return disk.readText(uri);
      if (!features().files) return undefined;
      const answer: { text: string } | null = await connection.sendRequest(readFile.method, { uri });
      return answer?.text;
    },
    async readEdited(uri) {
      if (!features().files) return onDisk(uri)?.readText(uri);
      const params = { uri, edited: true };
      const answer: { text: string } | null = await connection.sendRequest(readFile.method, params);
      return answer?.text;
    },
    async readNames(uri) {
      const disk = onDisk(uri);
      if (disk) return disk.readNames(uri);
      if (!features().files) return [];
      try {
        const answer: { names: readonly string[] } = await connection.sendRequest(readDirectory.method, { uri });
        return answer.names;
      } catch {
        return [];
      }
    },
    async stampOf(uri) {
      const disk = onDisk(uri);
      if (disk) return disk.stampOf?.(uri);
      if (!features().files) return undefined;
      const answer: { stamp: string } | null = await connection.sendRequest(fileStamp.method, { uri });
      return answer?.stamp;
    },
    async writeText(uri, text) {
      const disk = onDisk(uri);
      if (disk) await disk.writeText?.(uri, text);
      else if (features().files) await connection.sendRequest(writeFile.method, { uri, text });
    },
  };
}

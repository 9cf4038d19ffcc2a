import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
  RAL,
} from 'vscode-languageserver/node';
import { createEncoder } from './messageEncoder.ts';

/*
 * Messages over the standard streams. Those of the library wait for two turns of the event loop with each message, and write its head
 * and its body one after the other, which wakes the client twice: together a fifth of the time from a keystroke to its diagnostics.
 */

/** Reads messages from the standard input. */
export class StdinReader extends AbstractMessageReader implements MessageReader {
  listen(callback: DataCallback): Disposable {
    const received = RAL().messageBuffer.create('utf-8');
    /** Of the message whose head was read; negative before. */
    let length = -1;
    const read = (chunk: Buffer) => {
      received.append(chunk);
      for (;;) {
        if (length < 0) {
          const head = received.tryReadHeaders(true);
          if (!head) return;
          length = Number.parseInt(head.get('content-length') ?? '', 10);
          if (!(length >= 0)) throw new Error(`The head of a message has no length: ${JSON.stringify([...head])}`);
        }
        const body = received.tryReadBody(length);
        if (!body) return;
        length = -1;
        this.#tell(body, callback);
      }
    };
    const onData = (chunk: Buffer) => {
      try {
        read(chunk);
      } catch (error) {
        this.fireError(error);
      }
    };
    process.stdin.on('data', onData);
    process.stdin.on('error', (error) => this.fireError(error));
    process.stdin.on('close', () => this.fireClose());
    return { dispose: () => process.stdin.off('data', onData) };
  }

  /** One message that is no JSON takes none of those behind it along. */
  #tell(body: Uint8Array, callback: DataCallback): void {
    try {
      callback(JSON.parse(body.toString()));
    } catch (error) {
      this.fireError(error);
    }
  }
}

/** Writes messages to the standard output, each in one go. */
export class StdoutWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #encode = createEncoder();
  #errors = 0;

  constructor() {
    super();
    process.stdout.on('error', (error) => this.fireError(error));
    process.stdout.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const body = this.#encode(message);
    const bytes = body.reduce((sum, part) => sum + part.length, 0);
    const head = Buffer.from(`Content-Length: ${bytes}\r\n\r\n`);
    return new Promise((resolve, reject) => {
      process.stdout.write(Buffer.concat([head, ...body]), (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#errors);
        reject(error);
      });
    });
  }

  end(): void {
    process.stdout.end();
  }
}

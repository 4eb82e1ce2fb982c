import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';

/**
 * Sends a file, and says how much of a hundred has gone. By hand: `fetch` does not tell that, and the framework's own way to
 * the same would come along with the first page of every visitor. Rejects with an `HttpErrorResponse`, as its requests do.
 */
export function upload<T>(url: string, file: File, progress: (percent: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (error: unknown): void => {
      const { status } = request;
      const headers = new HttpHeaders({ 'Retry-After': request.getResponseHeader('Retry-After') ?? '' });
      reject(new HttpErrorResponse({ url, status, headers, error }));
    };
    request.upload.onprogress = ({ loaded, total }) =>
      progress(Math.round((100 * loaded) / Math.max(total, loaded, 1)));
    request.onload = () => {
      const body = jsonIn(request.responseText);
      if (request.status === 200) resolve(body as T);
      else fail(body);
    };
    request.onerror = request.ontimeout = () => fail(null);
    request.open('PUT', url);
    request.setRequestHeader('Content-Type', file.type);
    request.send(file);
  });
}

/** Null for what a proxy writes when it has no answer. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Messages over HTTP: a source that is called, a source that asks, a sink that sends, and requests that wait for their response. The
 * JDK's own server and client do the work; decision 0030 says why.
 */
package eventflux.ext.http;

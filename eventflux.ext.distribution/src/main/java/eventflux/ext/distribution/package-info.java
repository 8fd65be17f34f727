/** Which of several destinations of a sink take a row: in turn, by key, or all. */
package eventflux.ext.distribution;

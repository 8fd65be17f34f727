/** How long an event takes when events come at a fixed rate, counted from when each should have been sent. */
package eventflux.bench.latency;

/** Hot. The rings between threads; the only user of Agrona's ring buffers. Full is a return value. */
package eventflux.core.ring;

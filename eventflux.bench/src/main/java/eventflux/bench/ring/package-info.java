/** What the way through a ring costs beside a bare ring of Agrona. */
package eventflux.bench.ring;

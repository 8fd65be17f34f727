package eventflux.ext.distribution;

import eventflux.api.event.Row;
import eventflux.api.spi.distribution.Chosen;
import eventflux.api.spi.distribution.Destinations;
import eventflux.api.spi.distribution.Distribution;

/** Takes the destinations in turn and passes over those that are lost; where all are lost, the next one has to do. */
final class RoundRobin implements Distribution {

    // Written by the thread that owns the application.
    private int last = -1;

    @Override
    public void choose(Row row, Destinations destinations, Chosen chosen) {
        int count = destinations.count();
        int next = (last + 1) % count;
        for (int i = 0; i < count && !destinations.isUp(next); i++) {
            next = (next + 1) % count;
        }
        last = next;
        chosen.add(next);
    }
}

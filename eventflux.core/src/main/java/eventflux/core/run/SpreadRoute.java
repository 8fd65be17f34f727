package eventflux.core.run;

import eventflux.api.spi.distribution.Chosen;
import eventflux.api.spi.distribution.Destinations;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.sink.MessageRefusedException;
import eventflux.core.row.RowView;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The way of rows to several destinations, which a distribution chooses. Where it chooses one, and that one is lost, it is asked again,
 * so that the row may go to another; where it chooses several, each is a delivery of its own.
 */
public final class SpreadRoute implements SinkRoute, Destinations, Chosen {

    private final String where;
    private final Distribution distribution;
    private final List<SinkConnection> connections;
    // All fields below are written by the thread that owns the application.
    private int[] chosen = new int[4];
    private int count;

    /**
     * A way through a distribution.
     *
     * @param where what the sink is called in errors
     */
    public SpreadRoute(String where, Distribution distribution, List<SinkConnection> connections) {
        this.where = where;
        this.distribution = distribution;
        this.connections = List.copyOf(connections);
    }

    @Override
    public List<SinkConnection> connections() {
        return connections;
    }

    @Override
    public int count() {
        return connections.size();
    }

    @Override
    public boolean isUp(int destination) {
        return connections.get(destination).isUp();
    }

    @Override
    public void add(int destination) {
        if (destination < 0 || destination >= connections.size()) {
            throw wrongChoice(destination);
        }
        if (count == chosen.length) {
            chosen = Arrays.copyOf(chosen, count * 2);
        }
        chosen[count++] = destination;
    }

    // The mistake is the caller's, and so is the place that errors tell.
    private IndexOutOfBoundsException wrongChoice(int destination) {
        IndexOutOfBoundsException wrong = new IndexOutOfBoundsException("the distribution chose destination "
                + destination + "; there are " + connections.size() + ", counted from 0");
        wrong.setStackTrace(Arrays.stream(wrong.getStackTrace())
                .dropWhile(frame -> frame.getClassName().equals(SpreadRoute.class.getName()))
                .toArray(StackTraceElement[]::new));
        return wrong;
    }

    @Override
    public void pass(RowView row, Delivery delivery) {
        try {
            choose(row);
        } catch (RuntimeException | Error e) {
            delivery.deliver(row, where, again -> {
                throw e;
            });
            return;
        }
        if (count <= 1) {
            delivery.deliver(row, where, this::toOne);
            return;
        }
        int[] all = Arrays.copyOf(chosen, count);
        for (int destination : all) {
            SinkConnection connection = connections.get(destination);
            delivery.deliver(row, connection.where(), connection::publish);
        }
    }

    private void choose(RowView row) {
        count = 0;
        distribution.choose(row, this, this);
    }

    // The first try goes where the row was sent, the next ones where it is sent then.
    private void toOne(RowView row) throws IOException {
        if (count == 0) {
            choose(row);
        }
        boolean[] tried = new boolean[connections.size()];
        IOException last = new IOException("no destination can be reached");
        while (count > 0 && !tried[chosen[0]]) {
            int destination = chosen[0];
            tried[destination] = true;
            try {
                connections.get(destination).publish(row);
                return;
            } catch (MessageRefusedException e) {
                throw e;
            } catch (IOException e) {
                last = e;
                choose(row);
            }
        }
        count = 0;
        throw last;
    }
}

package eventflux.core.run;

import eventflux.core.row.RowView;
import java.io.IOException;
import java.util.List;

/** The way of rows to one destination or several. Used by the thread that owns the application. */
public interface SinkRoute {

    /** Passes a row on: hands each try that is needed to the delivery, which repeats it as the policy says. */
    void pass(RowView row, Delivery delivery);

    /** The destinations. */
    List<SinkConnection> connections();

    /** A way to one destination. */
    static SinkRoute to(SinkConnection connection) {
        List<SinkConnection> one = List.of(connection);
        return new SinkRoute() {
            @Override
            public void pass(RowView row, Delivery delivery) {
                delivery.deliver(row, connection.where(), connection::publish);
            }

            @Override
            public List<SinkConnection> connections() {
                return one;
            }
        };
    }

    /** Sees to it that a row gets through, as far as the policy of the sink says. */
    @FunctionalInterface
    interface Delivery {

        /** Tries until it succeeds or the policy has enough of it; does not throw. */
        void deliver(RowView row, String where, Attempt attempt);
    }

    /** One try to pass a row on. */
    @FunctionalInterface
    interface Attempt {

        /** Tries. */
        void run(RowView row) throws IOException;
    }
}

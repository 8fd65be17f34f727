package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;

/** A text carried over and a multiplication. */
final class Projection implements Workload {

    @Override
    public String id() {
        return "W1";
    }

    @Override
    public String title() {
        return "projection";
    }

    @Override
    public String text() {
        return DEFINITION + "from Trades select symbol, price * volume as amount insert into Results;";
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select symbol, price * volume as amount from Trades";
    }

    @Override
    public RowLoop loop(Results results) {
        return (input, time, symbol, price, volume) -> {
            double amount = price * volume;
            results.add(amount);
            if (results.isKeeping()) {
                results.keep(symbol, amount);
            }
        };
    }
}

package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;

/** Two conditions.
 *
 * @param id W2
 * @param title says how many rows pass
 * @param lowestPrice of a row that passes
 * @param lowestVolume of a row that passes
 */
record Filter(String id, String title, double lowestPrice, long lowestVolume) implements Workload {

    @Override
    public String text() {
        return DEFINITION
                + "from Trades[price >= %s and volume >= %dL] select symbol, price insert into Results;"
                        .formatted(lowestPrice, lowestVolume);
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select symbol, price from Trades(price >= %s and volume >= %dL)"
                .formatted(lowestPrice, lowestVolume);
    }

    @Override
    public RowLoop loop(Results results) {
        double leastPrice = lowestPrice;
        long leastVolume = lowestVolume;
        return (input, time, symbol, price, volume) -> {
            if (price >= leastPrice && volume >= leastVolume) {
                results.add(price);
                if (results.isKeeping()) {
                    results.keep(symbol, price);
                }
            }
        };
    }
}

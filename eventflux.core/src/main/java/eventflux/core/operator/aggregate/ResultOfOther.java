package eventflux.core.operator.aggregate;

import eventflux.api.spi.aggregate.Aggregator;

/** A result of what another aggregator remembers, which is told and reset for both. */
public final class ResultOfOther extends Forwarding {

    /** What an extension makes of another aggregator. */
    public ResultOfOther(Aggregator result) {
        super(result);
    }

    @Override
    public void reset() {
        // The other is reset.
    }
}

package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.TextCodes;

/** The first or last text by code points: of all that are there, or, where none leaves, of that one alone. */
final class ExtremeText implements Aggregator.OfText, Aggregator.Merging<ExtremeText> {

    private final Extreme extreme;
    private final Leaving leaving;
    private final TextCodes texts;
    private final LongBag values;

    private enum Leaving {
        ONE_BY_ONE,
        ALL_AT_ONCE,
        NEVER
    }

    private ExtremeText(TextCodes texts, Extreme extreme, Leaving leaving) {
        this.extreme = extreme;
        this.leaving = leaving;
        this.texts = texts;
        this.values = texts.bag("values");
    }

    static Aggregator ofPresent(AggregatorContext context, Extreme extreme) {
        Leaving leaving = context.removes() ? Leaving.ONE_BY_ONE : Leaving.ALL_AT_ONCE;
        return new ExtremeText(context.state().texts(), extreme, leaving);
    }

    static Aggregator ofEver(AggregatorContext context, Extreme extreme) {
        return new ExtremeText(context.state().texts(), extreme, Leaving.NEVER);
    }

    @Override
    public void add(String value) {
        long code = texts.code(value);
        boolean isNew = values.add(code);
        if (leaving == Leaving.ONE_BY_ONE) {
            return;
        }
        if (!isNew) {
            values.remove(code);
        } else if (values.distinct() > 1) {
            values.remove(extreme == Extreme.MIN ? values.last() : values.first());
        }
    }

    @Override
    public void remove(String value) {
        if (leaving == Leaving.ONE_BY_ONE) {
            values.remove(texts.code(value));
        }
    }

    @Override
    public void merge(ExtremeText other) {
        if (!other.isNull()) {
            add(other.getText());
        }
    }

    @Override
    public void reset() {
        if (leaving != Leaving.NEVER) {
            values.clear();
        }
    }

    @Override
    public boolean outlivesRows() {
        return leaving == Leaving.NEVER;
    }

    @Override
    public boolean isNull() {
        return values.isEmpty();
    }

    @Override
    public String getText() {
        return texts.text(extreme == Extreme.MIN ? values.first() : values.last());
    }
}

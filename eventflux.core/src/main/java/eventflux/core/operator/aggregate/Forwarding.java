package eventflux.core.operator.aggregate;

import eventflux.api.spi.aggregate.Aggregator;

/** Answers what another aggregator answers. */
abstract class Forwarding implements Aggregator, Aggregator.Merging<Forwarding> {

    private final Aggregator answers;

    Forwarding(Aggregator answers) {
        this.answers = answers;
    }

    /** Who answers. */
    final Aggregator answers() {
        return answers;
    }

    @Override
    public void merge(Forwarding other) {
        Merge.of(answers, other.answers);
    }

    @Override
    public void reset() {
        answers.reset();
    }

    @Override
    public final boolean outlivesRows() {
        return answers.outlivesRows();
    }

    @Override
    public final boolean isNull() {
        return answers.isNull();
    }

    @Override
    public final long getLong() {
        return answers.getLong();
    }

    @Override
    public final double getDouble() {
        return answers.getDouble();
    }

    @Override
    public final Object getObject() {
        return answers.getObject();
    }

    @Override
    public final String getText() {
        return answers.getText();
    }
}

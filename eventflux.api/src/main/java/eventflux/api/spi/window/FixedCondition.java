package eventflux.api.spi.window;

import eventflux.api.event.Row;

/** A condition that stays what it is. */
record FixedCondition(RowCondition condition) implements ChangingCondition {

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean follow(Row row) {
        return false;
    }

    @Override
    public void add(Row row) {
        condition.add(row);
    }

    @Override
    public void remove(Row row) {
        condition.remove(row);
    }

    @Override
    public void clear() {
        condition.clear();
    }

    @Override
    public boolean test(Row row, Row first, Row last) {
        return condition.test(row, first, last);
    }
}

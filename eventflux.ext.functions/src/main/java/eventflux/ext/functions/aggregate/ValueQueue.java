package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.LongDeque;

/** Values in the order in which they came. One that leaves and is not the oldest is searched for: then the queue is turned round once. */
record ValueQueue(LongDeque values) {

    void add(long value) {
        values.addLast(value);
    }

    void remove(long value) {
        if (values.first() == value) {
            values.removeFirst();
            return;
        }
        boolean isFound = false;
        for (int i = values.size(); i > 0; i--) {
            long first = values.first();
            values.removeFirst();
            if (!isFound && first == value) {
                isFound = true;
            } else {
                values.addLast(first);
            }
        }
    }

    /** The oldest value, which is the newest from now on: asked as often as there are values, it answers each and changes nothing. */
    long turn() {
        long first = values.first();
        values.addLast(first);
        values.removeFirst();
        return first;
    }
}

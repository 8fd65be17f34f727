package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;

/** What a sliding window tells of a row when it comes and when it is due. */
enum SlidingRelease {
    /** The row is current from when it comes until it is due. */
    PASS {
        @Override
        void arrive(Row row, WindowOutput out) {
            out.current(row);
        }

        @Override
        void depart(Row row, WindowOutput out) {
            out.expired(row);
        }
    },
    /** The row is held back until it is due, and is current from then on. */
    HOLD {
        @Override
        void arrive(Row row, WindowOutput out) {
            out.held(row);
        }

        @Override
        void depart(Row row, WindowOutput out) {
            out.released(row);
        }
    };

    abstract void arrive(Row row, WindowOutput out);

    abstract void depart(Row row, WindowOutput out);
}

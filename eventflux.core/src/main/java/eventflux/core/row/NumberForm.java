package eventflux.core.row;

import eventflux.api.event.DataType;
import org.agrona.UnsafeApi;

/**
 * How an array of numbers or truths goes into the slots of a column: as they are, or widened. Each form has a loop of its own: in a common
 * one the step from a value to its slot would be a call that could be any of ten, for every value.
 */
public enum NumberForm {
    /** Into INT and LONG columns. */
    INTS {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            int[] given = (int[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putLong(slots + starts[row], given[from + row]);
            }
        }
    },
    /** Into FLOAT columns. */
    INTS_AS_FLOATS {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            int[] given = (int[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putLong(slots + starts[row], Float.floatToRawIntBits(given[from + row]));
            }
        }
    },
    /** Into DOUBLE columns. */
    INTS_AS_DOUBLES {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            int[] given = (int[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putDouble(slots + starts[row], given[from + row]);
            }
        }
    },
    /** Into LONG columns. */
    LONGS {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            long[] given = (long[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putLong(slots + starts[row], given[from + row]);
            }
        }
    },
    /** Into FLOAT columns. */
    LONGS_AS_FLOATS {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            long[] given = (long[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putLong(slots + starts[row], Float.floatToRawIntBits(given[from + row]));
            }
        }
    },
    /** Into DOUBLE columns. */
    LONGS_AS_DOUBLES {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            long[] given = (long[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putDouble(slots + starts[row], given[from + row]);
            }
        }
    },
    /** Into FLOAT columns. */
    FLOATS {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            float[] given = (float[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putLong(slots + starts[row], Float.floatToRawIntBits(given[from + row]));
            }
        }
    },
    /** Into DOUBLE columns. */
    FLOATS_AS_DOUBLES {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            float[] given = (float[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putDouble(slots + starts[row], given[from + row]);
            }
        }
    },
    /** Into DOUBLE columns. */
    DOUBLES {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            double[] given = (double[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putDouble(slots + starts[row], given[from + row]);
            }
        }
    },
    /** Into BOOL columns. */
    BOOLEANS {
        @Override
        void store(Object values, int from, RowGrid rows, int column) {
            boolean[] given = (boolean[]) values;
            int[] starts = rows.starts();
            long slots = rows.slots(column);
            for (int row = 0; row < rows.rows(); row++) {
                UnsafeApi.putLong(slots + starts[row], given[from + row] ? 1L : 0L);
            }
        }
    };

    /**
     * How values of one type go into a column of another.
     *
     * @param given the type of the values, neither STRING nor OBJECT
     * @param column the same type, or one that it widens to
     */
    public static NumberForm of(DataType given, DataType column) {
        return switch (given) {
            case INT -> ofWhole(column, INTS, INTS_AS_FLOATS, INTS_AS_DOUBLES);
            case LONG -> ofWhole(column, LONGS, LONGS_AS_FLOATS, LONGS_AS_DOUBLES);
            case FLOAT -> column == DataType.FLOAT ? FLOATS : FLOATS_AS_DOUBLES;
            case DOUBLE -> DOUBLES;
            case BOOL -> BOOLEANS;
            case STRING, OBJECT -> throw new IllegalArgumentException("no numbers: " + given);
        };
    }

    private static NumberForm ofWhole(DataType column, NumberForm whole, NumberForm floats, NumberForm doubles) {
        return switch (column) {
            case FLOAT -> floats;
            case DOUBLE -> doubles;
            default -> whole;
        };
    }

    /** Stores as many values as there are rows. */
    abstract void store(Object values, int from, RowGrid rows, int column);
}

package eventflux.core.state;

import eventflux.core.row.SymbolTable;

/** In which order a bag keeps its values. */
sealed interface BagOrder {

    /** Negative, zero or positive as the left value is before, at or after the right. */
    int compare(long left, long right);

    /** Whether the values are codes of a symbol table. */
    boolean isOfCodes();

    /** Of numbers. */
    record OfNumbers() implements BagOrder {

        @Override
        public int compare(long left, long right) {
            return Long.compare(left, right);
        }

        @Override
        public boolean isOfCodes() {
            return false;
        }
    }

    /** Of codes: by their texts. */
    record OfCodes(SymbolTable symbols) implements BagOrder {

        @Override
        public int compare(long left, long right) {
            return left == right ? 0 : symbols.compare((int) left, (int) right);
        }

        @Override
        public boolean isOfCodes() {
            return true;
        }
    }
}

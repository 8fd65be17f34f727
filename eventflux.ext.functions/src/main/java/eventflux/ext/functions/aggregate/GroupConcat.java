package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;
import eventflux.api.text.TextPieces;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Texts joined to one, which is told piece by piece. */
final class GroupConcat implements Aggregator.OfText, TextPieces {

    private final TextCodes texts;
    private final Structure values;

    GroupConcat(StateFactory state, Form form) {
        this.texts = state.texts();
        this.values = form.order() == Order.GIVEN ? asTheyCame(form) : new Sorted(texts, texts.bag("values"), form);
    }

    private Structure asTheyCame(Form form) {
        LongDeque values = texts.deque("values");
        return new AsTheyCame(texts, new ValueQueue(values), values, form, new BitSet());
    }

    /**
     * What the joined text looks like.
     *
     * @param separator between two texts
     * @param distinct whether equal texts count once
     * @param order of the texts
     */
    record Form(String separator, boolean distinct, Order order) {

        /** As the constant arguments of a call say. */
        static Form of(List<Object> constants) {
            return new Form(
                    constants.isEmpty() ? "," : (String) constants.get(0),
                    constants.size() > 1 && (Boolean) constants.get(1),
                    constants.size() > 2 ? Order.of((String) constants.get(2)) : Order.GIVEN);
        }
    }

    /** In which order texts are joined. */
    enum Order {
        GIVEN,
        ASC,
        DESC;

        static Order of(String name) {
            return switch (name.toUpperCase(Locale.ROOT)) {
                case "ASC" -> ASC;
                case "DESC" -> DESC;
                default -> throw new IllegalArgumentException("an order is 'asc' or 'desc', not '" + name + "'");
            };
        }
    }

    /** What is kept of the texts: their codes. */
    private interface Structure {

        void add(long code);

        void remove(long code);

        void clear();

        boolean isEmpty();

        /** Tells the texts with the separators between them. */
        void tell(Consumer<String> out);
    }

    /** In the order in which they came. Which codes have been told is remembered while a result is told. */
    private record AsTheyCame(TextCodes texts, ValueQueue queue, LongDeque values, Form form, BitSet told)
            implements Structure {

        @Override
        public void add(long code) {
            queue.add(code);
        }

        @Override
        public void remove(long code) {
            queue.remove(code);
        }

        @Override
        public void clear() {
            values.clear();
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public void tell(Consumer<String> out) {
            long first = queue.turn();
            out.accept(texts.text(first));
            note(first);
            for (int i = values.size(); i > 1; i--) {
                long code = queue.turn();
                if (!told.get((int) code)) {
                    out.accept(form.separator());
                    out.accept(texts.text(code));
                    note(code);
                }
            }
            forget();
        }

        private void note(long code) {
            if (form.distinct()) {
                told.set((int) code);
            }
        }

        // One by one: there may be many more codes than there are in this group.
        private void forget() {
            for (int i = form.distinct() ? values.size() : 0; i > 0; i--) {
                told.clear((int) queue.turn());
            }
        }
    }

    /** In an order of their own. */
    private record Sorted(TextCodes texts, LongBag values, Form form) implements Structure {

        private static final long NONE = -1;

        @Override
        public void add(long code) {
            values.add(code);
        }

        @Override
        public void remove(long code) {
            values.remove(code);
        }

        @Override
        public void clear() {
            values.clear();
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public void tell(Consumer<String> out) {
            long size = values.size();
            long before = NONE;
            for (long i = 0; i < size; i++) {
                long code = values.at(form.order() == Order.ASC ? i : size - 1 - i);
                if (form.distinct() && code == before) {
                    continue;
                }
                if (before != NONE) {
                    out.accept(form.separator());
                }
                out.accept(texts.text(code));
                before = code;
            }
        }
    }

    @Override
    public void add(String text) {
        values.add(texts.code(text));
    }

    @Override
    public void remove(String text) {
        values.remove(texts.code(text));
    }

    @Override
    public void reset() {
        values.clear();
    }

    @Override
    public boolean isNull() {
        return values.isEmpty();
    }

    @Override
    public String getText() {
        return TextPieces.joined(this);
    }

    @Override
    public void tell(Consumer<String> out) {
        values.tell(out);
    }
}

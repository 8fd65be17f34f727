package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Texts joined to one. They are kept in the order in which they came; whatever else is asked for is done when the result is read. */
final class GroupConcat implements Aggregator.OfText {

    private final TextCodes texts;
    private final LongDeque values;
    private final Form form;

    GroupConcat(StateFactory state, Form form) {
        this.texts = state.texts();
        this.values = texts.deque("values");
        this.form = form;
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

    @Override
    public void add(String text) {
        values.addLast(texts.code(text));
    }

    // The oldest leaves first, nearly always; else the queue is turned round once.
    @Override
    public void remove(String text) {
        long code = texts.code(text);
        if (values.first() == code) {
            values.removeFirst();
            return;
        }
        boolean isFound = false;
        for (int i = values.size(); i > 0; i--) {
            long first = values.first();
            values.removeFirst();
            if (!isFound && first == code) {
                isFound = true;
            } else {
                values.addLast(first);
            }
        }
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
        Collection<String> all = form.distinct() ? new LinkedHashSet<>() : new ArrayList<>();
        for (int i = values.size(); i > 0; i--) {
            long code = values.first();
            all.add(texts.text(code));
            values.addLast(code);
            values.removeFirst();
        }
        if (form.order() == Order.GIVEN) {
            return String.join(form.separator(), all);
        }
        List<String> sorted = new ArrayList<>(all);
        sorted.sort(form.order() == Order.ASC ? Comparator.naturalOrder() : Comparator.reverseOrder());
        return String.join(form.separator(), sorted);
    }
}

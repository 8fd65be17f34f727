package eventflux.testkit.state;

import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.TextCodes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Codes of texts: their places in a list.
 *
 * @param present whose cells are read
 * @param texts by code
 * @param added takes the cells, by name
 */
record HeapCodes(Keyed.Present present, List<String> texts, BiConsumer<String, Keyed<?>> added) implements TextCodes {

    @Override
    public long code(String text) {
        int code = texts.indexOf(text);
        if (code >= 0) {
            return code;
        }
        texts.add(text);
        return texts.size() - 1L;
    }

    @Override
    public String text(long code) {
        return texts.get((int) code);
    }

    @Override
    public LongCell cell(String name) {
        return add(name, new KeyedNumbers.OfLong(present, -1));
    }

    @Override
    public LongDeque deque(String name) {
        return add(name, new KeyedNumbers.OfDeque(present));
    }

    @Override
    public LongBag bag(String name) {
        Comparator<Long> byCodePoints = Comparator.comparing(
                this::text,
                (left, right) ->
                        compare(left.codePoints().toArray(), right.codePoints().toArray()));
        return add(name, new KeyedBag(present, byCodePoints));
    }

    private <T extends Keyed<?>> T add(String name, T handle) {
        added.accept(name, handle);
        return handle;
    }

    private static int compare(int[] left, int[] right) {
        return Arrays.compare(left, right);
    }
}

package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;
import eventflux.api.text.ObjectText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The union of sets, each of whose elements is counted, so that it goes when the last set with it goes. What is no set counts as a
 * set of itself. The order of the result is that of the elements' texts.
 */
final class UnionSet implements Aggregator.OfObject {

    private final TextCodes texts;
    private final LongBag elements;

    UnionSet(StateFactory state) {
        texts = state.texts();
        elements = texts.bag("elements");
    }

    @Override
    public void add(Object set) {
        elementsOf(set).forEach(element -> elements.add(texts.code(ObjectText.encode(element))));
    }

    @Override
    public void remove(Object set) {
        elementsOf(set).forEach(element -> elements.remove(texts.code(ObjectText.encode(element))));
    }

    private static Collection<?> elementsOf(Object value) {
        return value instanceof Collection<?> collection ? collection : List.of(value);
    }

    @Override
    public void reset() {
        elements.clear();
    }

    @Override
    public boolean isNull() {
        return false;
    }

    @Override
    public Object getObject() {
        Set<Object> union = new LinkedHashSet<>();
        for (long rank = 0; rank < elements.size(); rank = Runs.behind(elements, rank)) {
            union.add(ObjectText.decode(texts.text(elements.at(rank))));
        }
        return union;
    }
}

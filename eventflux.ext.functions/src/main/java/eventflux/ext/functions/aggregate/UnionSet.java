package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.text.ObjectText;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The union of sets. What is no set counts as a set of itself. The order of the result is that of the elements' texts. */
final class UnionSet extends Union implements Aggregator.OfObject {

    UnionSet(StateFactory state) {
        super(state);
    }

    @Override
    public void add(Object set) {
        elementsOf(set).forEach(element -> addElement(ObjectText.encode(element)));
    }

    @Override
    public void remove(Object set) {
        elementsOf(set).forEach(element -> removeElement(ObjectText.encode(element)));
    }

    private static Collection<?> elementsOf(Object value) {
        return value instanceof Collection<?> collection ? collection : List.of(value);
    }

    @Override
    Object element(String text) {
        return ObjectText.decode(text);
    }

    @Override
    void tellElement(String text, Consumer<String> out) {
        out.accept(text);
    }
}

package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.text.ObjectText;
import java.util.function.Consumer;

/** The set of texts, in their order by code points. */
final class TextUnion extends Union implements Aggregator.OfText {

    TextUnion(StateFactory state) {
        super(state);
    }

    @Override
    public void add(String text) {
        addElement(text);
    }

    @Override
    public void remove(String text) {
        removeElement(text);
    }

    @Override
    Object element(String text) {
        return text;
    }

    @Override
    void tellElement(String text, Consumer<String> out) {
        ObjectText.tellText(text, out);
    }
}

package eventflux.ext.windows;

import eventflux.api.spi.window.WindowContext;
import java.util.List;
import java.util.stream.IntStream;

/** The columns that tell rows apart, a parameter named {@code key}. */
final class Key {

    private Key() {}

    /** The columns of the call. */
    static List<Integer> columns(WindowContext context) {
        return context.arguments().getColumns("key");
    }

    /** The columns of the call, or all that rows have when it names none. */
    static List<Integer> columnsOrAll(WindowContext context) {
        List<Integer> columns = columns(context);
        return columns.isEmpty()
                ? IntStream.range(0, context.schema().size()).boxed().toList()
                : columns;
    }
}

package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A list of rows with no two of one symbol, looked at once a millisecond. */
final class UniqueModel implements WindowModel {

    static final int SYMBOL = 3;

    private final long age;
    private final int most;
    private final List<Row> rows = new ArrayList<>();

    UniqueModel(long age, int most) {
        this.age = age;
        this.most = most;
    }

    static boolean isSameSymbol(Row left, Row right) {
        return Objects.equals(left.getString(SYMBOL), right.getString(SYMBOL));
    }

    @Override
    public void onMillisecond(long now, WindowOutput out) {
        while (!rows.isEmpty() && now - rows.get(0).timestamp() >= age) {
            out.expired(rows.remove(0));
        }
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        onMillisecond(now, out);
        rows.stream().filter(kept -> isSameSymbol(kept, row)).findFirst().ifPresent(kept -> {
            out.expired(kept);
            rows.remove(kept);
            onMillisecond(now, out);
        });
        if (rows.size() == most) {
            out.expired(rows.remove(0));
            onMillisecond(now, out);
        }
        rows.add(row);
        out.current(row);
    }
}

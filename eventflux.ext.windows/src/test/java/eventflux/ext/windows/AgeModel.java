package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowModel;
import java.util.ArrayList;
import java.util.List;

/** Rows are looked at once a millisecond, and go when they are old; when there are too many the oldest goes. */
final class AgeModel implements WindowModel {

    private final long age;
    private final int most;
    private final List<Row> rows = new ArrayList<>();

    private AgeModel(long age, int most) {
        this.age = age;
        this.most = most;
    }

    static AgeModel ofAge(long age) {
        return new AgeModel(age, Integer.MAX_VALUE);
    }

    static AgeModel ofAgeAndLength(long age, int most) {
        return new AgeModel(age, most);
    }

    @Override
    public void onMillisecond(long now, WindowOutput out) {
        while (!rows.isEmpty() && now - rows.get(0).timestamp() >= age) {
            out.expired(rows.remove(0));
        }
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (rows.size() == most) {
            out.expired(rows.remove(0));
            onMillisecond(now, out);
        }
        rows.add(row);
        out.current(row);
    }
}

package eventflux.core.operator.output;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrangeRowsTest {

    private static final Comparator<String> TEXTS = Comparator.nullsLast(Comparator.naturalOrder());

    private final SymbolTable symbols = new SymbolTable();
    private final RowSheet in = new RowSheet(
            new RowLayout(RowSheet.schema("text string", "code string", "number double"), RowSheet.coded(1)), symbols);
    private final List<List<String>> steps = new ArrayList<>();

    private record Values(String text, String code, Double number) {}

    private ArrangeRows arrange(int[] columns, boolean[] descending, long offset, long limit) {
        RowOrder order = new RowOrder(in.layout(), symbols, columns, descending);
        return new ArrangeRows(order, offset, limit, in.layout(), run -> steps.add(in.texts(run)));
    }

    @Test
    void sortsAsAListDoesWhateverTheRows() {
        Random random = new Random(7);
        for (int rows = 1; rows < 200; rows += 7) {
            List<Values> model = new ArrayList<>();
            in.batch().clear();
            steps.clear();
            for (int i = 0; i < rows; i++) {
                Values values =
                        new Values(text(random), text(random), random.nextInt(9) == 0 ? null : random.nextInt(4) / 2.0);
                model.add(values);
                in.add(i, values.text(), values.code(), values.number());
            }

            arrange(new int[] {0, 2, 1}, new boolean[] {false, true, true}, 0, Long.MAX_VALUE)
                    .receive(in.run());

            Comparator<Values> order = Comparator.comparing(Values::text, TEXTS);
            order = order.thenComparing(
                    Comparator.comparing(Values::number, Comparator.nullsLast(Comparator.<Double>naturalOrder()))
                            .reversed());
            order = order.thenComparing(
                    Comparator.comparing(Values::code, TEXTS).reversed());
            List<String> expected = new ArrayList<>();
            List<Values> sorted = new ArrayList<>(model);
            sorted.sort(order);
            sorted.forEach(
                    values -> expected.add("[" + values.text() + ", " + values.code() + ", " + values.number() + "]"));
            assertThat(steps.get(0).stream().map(row -> row.substring(row.indexOf('['))))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static String text(Random random) {
        return random.nextInt(8) == 0 ? null : "abcdefghijklmn".substring(0, random.nextInt(14)) + random.nextInt(3);
    }

    @Test
    void keepsTheOrderOfEqualRows() {
        for (int i = 0; i < 50; i++) {
            in.add(i, "same", "same", i % 2 == 0 ? 1.0 : 0.0);
        }

        arrange(new int[] {2}, new boolean[] {true}, 0, 3).receive(in.run());
        arrange(new int[] {2}, new boolean[] {false}, 0, 3).receive(in.run());

        assertThat(steps.get(0))
                .allMatch(row -> row.endsWith("1.0]"))
                .first()
                .asString()
                .startsWith("@0[");
        assertThat(steps.get(1)).extracting(row -> row.substring(0, 2)).containsExactly("@1", "@3", "@5");
    }

    @Test
    void leavesOutTheFirstBeforeItCounts() {
        in.add(1, "a", null, null).add(2, "b", null, null).add(3, "c", null, null);

        arrange(new int[0], new boolean[0], 1, 1).receive(in.run());
        arrange(new int[0], new boolean[0], 2, Long.MAX_VALUE).receive(in.run());
        arrange(new int[0], new boolean[0], 3, Long.MAX_VALUE).receive(in.run());
        arrange(new int[0], new boolean[0], 0, 0).receive(in.run());

        assertThat(steps).containsExactly(List.of("@2[b, null, null]"), List.of("@3[c, null, null]"));
    }

    @Test
    void dropsEqualRowsWhateverTheirTimes() {
        DistinctRows distinct = new DistinctRows(in.layout(), run -> steps.add(in.texts(run)));
        for (int i = 0; i < 100; i++) {
            in.add(i, "text" + i % 7, i % 2 == 0 ? null : "code", i % 7 == 3 ? null : 1.0);
        }

        distinct.receive(in.run());
        distinct.receive(in.run());

        assertThat(steps.get(0)).hasSize(14).first().isEqualTo("@0[text0, null, 1.0]");
        assertThat(steps.get(1)).isEqualTo(steps.get(0));
    }
}

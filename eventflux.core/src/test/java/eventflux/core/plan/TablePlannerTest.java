package eventflux.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.analyze.Analyzed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablePlannerTest {

    private static final String DEFINITIONS = """
            define stream S (id int, zone string, price double, big long);
            @PrimaryKey('id') @Index('zone', 'price')
            define table T (id int, zone string, price double, note string);
            @PrimaryKey('a', 'b')
            define table Pairs (a string, b int, c int);
            """;

    private static Plan planned(String queries) {
        Analyzed analyzed = Analyzed.of(DEFINITIONS + queries);
        return Planner.plan(analyzed.analysis().app().orElseThrow(() -> new AssertionError(analyzed.problems())));
    }

    private static List<String> lookups(String query) {
        return PlanPrinter.print(planned(query))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("look up"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "T.id == id                             | T by primary key [id]",
                "T.id == big                            | T by primary key [big]",
                "T.id == 7 and T.note == zone           | T by primary key [7] where (note = zone)",
                "T.zone == zone                         | T by hash index zone = zone",
                "T.zone == 'n' and T.price > 1.0        | T by hash index zone = 'n' where (price > 1.0)",
                "T.price == price                       | T by ordered index price = price",
                "T.price >= price and T.price < 9.0     | T by ordered index price >= price < 9.0",
                "price > T.price                        | T by ordered index price < price",
                "T.note == zone                         | T by all rows where (note = zone)",
                "T.zone == zone and T.price == price    | T by the fewest of hash index zone = zone, ordered index price = price "
                        + "where ((zone = zone) and (price = price))",
                "T.id == T.price                        | T by all rows where (double(id) = price)",
                "T.id == id or T.zone == zone           | T by all rows where ((id = id) or (zone = zone))",
                "T.id + 1 == id                         | T by all rows where ((id + 1) = id)"
            })
    void choosesTheIndexThatLeavesTheFewestRows(String condition, String lookup) {
        assertThat(lookups("from S[(" + condition + ") in T] select id insert into O;"))
                .containsExactly("look up " + lookup);
    }

    @Test
    void takesAPrimaryKeyOfSeveralColumnsWhole() {
        assertThat(lookups("from S[(Pairs.b == id and Pairs.a == zone) in Pairs] select id insert into O;"))
                .containsExactly("look up Pairs by primary key [zone, id] where ((b = id) and (a = zone))");
        assertThat(lookups("from S[(Pairs.a == zone) in Pairs] select id insert into O;"))
                .containsExactly("look up Pairs by all rows where (a = zone)");
    }

    @Test
    void takesAnIndexOfSeveralColumnsWholeAndBeforeOneOverSomeOfThem() {
        String wide = """
                @Index('(zone, kind)', 'zone', 'price')
                define table Wide (zone string, kind int, price double);
                """;

        assertThat(lookups(wide + "from S[(Wide.kind == id and Wide.zone == zone) in Wide] select id insert into O;"))
                .containsExactly(
                        "look up Wide by hash index (zone, kind) = [zone, id] where ((kind = id) and (zone = zone))");
        assertThat(lookups(wide + "from S[(Wide.zone == zone and Wide.kind > id) in Wide] select id insert into O;"))
                .containsExactly("look up Wide by hash index zone = zone where (kind > id)");
        assertThat(lookups(wide + """
                        from S[(Wide.price == price and Wide.kind == 7 and Wide.zone == zone) in Wide]
                        select id insert into O;
                        """))
                .containsExactly("look up Wide by the fewest of hash index (zone, kind) = [zone, 7], "
                        + "ordered index price = price where ((price = price) and (kind = 7) and (zone = zone))");
    }

    @Test
    void keepsKeysAndWhatTheyAreComparedWithAsCodes() {
        Plan plan = planned("from S[(T.zone == zone) in T] select id delete T on T.id == id;");

        assertThat(PlanPrinter.print(plan)).isEqualTo("""
                stream S (id INT, zone STRING, price DOUBLE, big LONG) coded (zone)
                table T (id INT, zone STRING, price DOUBLE, note STRING) coded (zone), primary key (id), \
                hash index zone, ordered index price
                table Pairs (a STRING, b INT, c INT) coded (a), primary key (a, b)
                query query_1
                  scan S
                  filter ((zone = zone) in T)
                  project id
                  delete from T by current rows
                  look up T by hash index zone = zone
                  look up T by primary key [id]
                  row by row
                """);
    }

    @Test
    void takesTurnsWhereOneReaderChangesWhatAnotherLooksAt() {
        String asks = "from S[id in T] select id insert into O;\n";

        assertThat(planned(asks + "from S[id in T] select id insert into P;").stream("S")
                        .byRow())
                .isFalse();
        assertThat(planned(asks + "from S delete T on T.id == id;").stream("S").byRow())
                .isTrue();
        assertThat(planned("define stream R (id int);\n" + asks + "from R delete T on T.id == id;").stream("S")
                        .byRow())
                .isFalse();
    }
}

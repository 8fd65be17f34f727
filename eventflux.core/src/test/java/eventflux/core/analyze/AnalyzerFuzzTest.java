package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.Problem;
import eventflux.api.query.ParseResult;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.parser.EventFluxQueryParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalyzerFuzzTest {

    private static final int TEXTS = 1_000;

    private static final List<String> SEEDS = List.of(
            "CREATE STREAM S ( a INT , s STRING , ts LONG , d DOUBLE ) WITH ( type = 'source' , extension = 'file' , "
                    + "path = 'x' , format = 'json' , json.mapping.a = '$.a' , async.buffer_size = 64 ) ;",
            "INSERT INTO O ( x , y ) SELECT a + 1 , CASE WHEN d > 2 THEN s ELSE 'z' END AS c FROM S [ a > 1 ] "
                    + "WINDOW TUMBLING ( ts , 1 min ) WHERE s LIKE 'a%' AND a IN ( 1 , 2 ) GROUP BY s , 1 "
                    + "HAVING COUNT ( * ) > 2 OR SUM ( a ) IS NULL ;",
            "@app:name ( 'P' ) @source ( type = 'file' , path = 'x' , @map ( type = 'json' , @attributes ( a = '$.a' ) ) ) "
                    + "@Async ( buffer.size = '64' ) define stream T ( a int , s string , ts long , d double ) ;",
            "@info ( name = 'q' ) from T [ d > 2.5 ] #window.timeBatch ( 5 sec , true ) [ not ( s == 'x' ) ] select a , "
                    + "avg ( d ) as m , coalesce ( s , null ) as c , cast ( a , 'long' ) as l , eventTimestamp ( ) as t "
                    + "group by a having m > 3 insert all events into U ;",
            "from U #length ( 2 ) select * insert into V ; from V select -a as n , a / 2 as h return ;");

    @Test
    void answersEveryTextWithPlacedProblemsOrAnApplication() {
        Random random = new Random(7);
        List<String> words = new ArrayList<>();
        SEEDS.forEach(seed -> words.addAll(List.of(seed.split(" "))));
        CatalogSnapshot extensions = TestExtensions.snapshot();
        EventFluxQueryParser parser = new EventFluxQueryParser();

        for (int i = 0; i < TEXTS; i++) {
            String text = mutated(words, random);
            ParseResult parsed = parser.parse(text);
            Analysis analysis = new Analyzer(extensions, List.of(), parser).analyze(parsed, "app");

            assertThat(analysis.problems())
                    .as(text)
                    .allMatch(problem -> problem.position().isPresent());
            boolean hasErrors =
                    !parsed.isValid() || analysis.problems().stream().anyMatch(Problem::isError);
            assertThat(analysis.app().isPresent()).as(text).isEqualTo(!hasErrors);
        }
    }

    @Test
    void resolvesTheDeepestExpressionsThatTheParserLets() throws InterruptedException {
        String calls = "abs(".repeat(90) + "a" + ")".repeat(90);
        String text = "define stream S (a int, b bool); from S[" + "not ".repeat(300) + "b] select " + calls + " as x, "
                + "a + ".repeat(300) + "a as y insert into O;";
        List<Analyzed> analyzed = new ArrayList<>();

        Thread thread = new Thread(null, () -> analyzed.add(Analyzed.of(text)), "small stack", 512 * 1024);
        thread.start();
        thread.join();

        assertThat(analyzed).hasSize(1);
        assertThat(analyzed.get(0).problems()).isEmpty();
    }

    /** All seeds with a few words replaced, left out, doubled or swapped. */
    private static String mutated(List<String> words, Random random) {
        List<String> mutated = new ArrayList<>(words);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int place = random.nextInt(mutated.size());
            String other = words.get(random.nextInt(words.size()));
            switch (random.nextInt(4)) {
                case 0 -> mutated.set(place, other);
                case 1 -> mutated.remove(place);
                case 2 -> mutated.add(place, other);
                default -> mutated.set(place, mutated.set(random.nextInt(mutated.size()), mutated.get(place)));
            }
        }
        return String.join(" ", mutated);
    }
}

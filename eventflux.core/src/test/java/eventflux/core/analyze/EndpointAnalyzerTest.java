package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.config.Settings;
import eventflux.core.resolved.Endpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointAnalyzerTest {

    private static Analyzed with(String settings) {
        return Analyzed.of("CREATE STREAM S (a INT, ts LONG) WITH (" + settings + ");");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        type='source', extension='file', path='x'                           | {path=x, poll.interval.ms=500}
        'type'='source', "extension"='file', file.path='x'                  | {path=x, poll.interval.ms=500}
        TYPE='SOURCE', extension='FILE', "file.path"='x', Follow='TRUE'     | {follow=TRUE, path=x, poll.interval.ms=500}
        type='source', extension='file', path='x', poll.interval='5 sec'    | {path=x, poll.interval.ms=5 sec}
        type='source', extension='file', path='x', follow                   | {follow=true, path=x, poll.interval.ms=500}
        """)
    void readsTheSettingsOfASourceInEverySpelling(String settings, String checked) {
        assertThat(with(settings).lines("source")).containsExactly("file S of S " + checked);
    }

    @Test
    void dividesSettingsBetweenSourceAndMapper() {
        Analyzed analyzed = with("type='source', extension='file', path='x', format='json', depth='3', "
                + "\"json.mapping.a\"='$.a', mapping.ts='$.t', json.timestamp='ts'");

        assertThat(analyzed.lines("source"))
                .containsExactly(
                        "file S of S {path=x, poll.interval.ms=500}",
                        "mapper json {depth=3, mapping.a=$.a, mapping.ts=$.t, timestamp=ts}");
    }

    @Test
    void readsAnnotationsOfSourcesAndSinks() {
        Analyzed analyzed = Analyzed.of("""
            @source(type='file', path='in', @map(type='json', depth='3', @attributes(a='$.x', ts='$.y')))
            @source(type='file', path='in2', @map(type='json', @attributes('$.x', '$.y')))
            @sink(type='log', prefix='out')
            @sink(type='file', path='out', on.error='LOG', @map(type='json', @payload('{"a": {{a}}}')))
            @sink(type='log', @map(type='passThrough'))
            define stream S (a int, ts long);
            """);

        assertThat(analyzed.lines("source"))
                .containsExactly(
                        "file S of S {path=in, poll.interval.ms=500}",
                        "mapper json {depth=3, mapping.a=$.x, mapping.ts=$.y}",
                        "file S#2 of S {path=in2, poll.interval.ms=500}",
                        "mapper json {depth=32, mapping.a=$.x, mapping.ts=$.y}");
        assertThat(analyzed.lines("sink"))
                .containsExactly(
                        "log S#3 of S {prefix=out}",
                        "file S#4 of S {path=out}",
                        "mapper json {template={\"a\": {{a}}}}",
                        "log S#5 of S {}");
    }

    @Test
    void givesColumnsTheAttributesOfMessages() {
        Analyzed sql = with("type='source', extension='file', path='x', format='json', \"json.mapping.a\"='trp:key', "
                + "mapping.ts='$.t'");
        Analyzed classic =
                Analyzed.of("@source(type='file', path='x', @map(type='json', @attributes(a='trp:key', ts='$.t')))"
                        + " define stream S (a int, ts long);");

        for (Analyzed analyzed : List.of(sql, classic)) {
            Endpoint source = analyzed.analysis().app().orElseThrow().sources().get(0);
            assertThat(source.attributes()).isEqualTo(Map.of("a", "key"));
            assertThat(source.mapper().orElseThrow().settings().withPrefix("mapping."))
                    .isEqualTo(Map.of("ts", "$.t"));
        }
    }

    @Test
    void reportsAnAttributeForAColumnThatIsNotThere() {
        Analyzed analyzed = with("type='source', extension='file', path='x', format='json', mapping.tz='trp:key'");

        assertThat(analyzed.problems()).containsExactly("1:98 unknown-column -> ts");
    }

    @Test
    void putsTheTextAboveTheConfiguration() {
        Map<String, String> configuration = Map.of(
                "streams.S.file.path", "configured",
                "streams.S.poll.interval", "9 sec",
                "streams.Other.file.path", "other");

        Analyzed analyzed = Analyzed.of(
                "CREATE STREAM S (a INT) WITH (type='source', extension='file', path='written');", configuration);

        assertThat(analyzed.lines("source")).containsExactly("file S of S {path=written, poll.interval.ms=9 sec}");
    }

    @Test
    void putsTheLayersOfTheConfigurationAboveEachOther() {
        Map<String, String> configuration = Map.of(
                "application.file.path", "application",
                "application.file.poll.interval", "1 sec",
                "application.file.follow", "true",
                "application.json.depth", "5",
                "application.name", "Configured",
                "refs.feed.type", "file",
                "refs.feed.file.path", "reference",
                "refs.feed.poll.interval", "2 sec",
                "streams.s.file.path", "stream");

        Analyzed sql = Analyzed.of("CREATE STREAM S (a INT) WITH (type='source', ref='feed');", configuration);
        Analyzed classic = Analyzed.of("@source(ref='feed', path='text') define stream S (a int);", configuration);
        Analyzed other = Analyzed.of(
                "CREATE STREAM T (a INT) WITH (type='source', extension='file', format='json');", configuration);

        assertThat(sql.lines("source"))
                .containsExactly("file S of S {follow=true, path=stream, poll.interval.ms=2 sec}");
        assertThat(classic.lines("source"))
                .containsExactly("file S of S {follow=true, path=text, poll.interval.ms=2 sec}");
        assertThat(other.lines("source"))
                .containsExactly(
                        "file T of T {follow=true, path=application, poll.interval.ms=1 sec}", "mapper json {depth=5}");
    }

    @Test
    void takesSettingsOfOneApplicationAboveThoseOfItsStreams() {
        Map<String, String> configuration = Map.of(
                "streams.S.path",
                "all",
                "applications.app.streams.S.path",
                "own",
                "applications.b.streams.S.path",
                "b");

        Analyzed analyzed =
                Analyzed.of("CREATE STREAM S (a INT) WITH (type='source', extension='file');", configuration);

        assertThat(analyzed.lines("source")).containsExactly("file S of S {path=own, poll.interval.ms=500}");
    }

    @Test
    void reportsWhatNoExtensionOfTheNameKnows() {
        Map<String, String> configuration =
                Map.of("application.file.pth", "x", "application.kafka.anything", "x", "refs.feed.type", "file");

        assertThat(Analyzed.of("@source(type='file', path='p') define stream S (a int);", configuration)
                        .problems())
                .containsExactly("1:46 unknown-setting -> file.path");
        assertThat(Analyzed.of("@source(ref='fed') define stream S (a int);", configuration)
                        .problems())
                .contains("1:9 unknown-reference -> feed");
    }

    @Test
    void saysWhereASettingComesFrom() {
        Endpoint source = Analyzed.of(
                        "CREATE STREAM S (a INT) WITH (type='source', extension='file', path='x');",
                        Map.of("streams.S.follow", "true"))
                .analysis()
                .app()
                .orElseThrow()
                .sources()
                .get(0);

        assertThat(source.settings().origin("path")).contains("text 1:64");
        assertThat(source.settings().origin("follow")).contains("program");
        assertThat(source.settings().origin("poll.interval.ms")).isEmpty();
    }

    @Test
    void letsTheConfigurationDeclareASource() {
        Map<String, String> configuration =
                Map.of("streams.S.type", "source", "streams.S.extension", "file", "streams.S.path", "configured");

        Analyzed analyzed = Analyzed.of("CREATE STREAM S (a INT);", configuration);

        assertThat(analyzed.lines("source")).containsExactly("file S of S {path=configured, poll.interval.ms=500}");
    }

    @Test
    void putsTheConfigurationBelowAnnotations() {
        Map<String, String> configuration =
                Map.of("streams.S.file.path", "configured", "streams.S.json.depth", "7", "streams.S.fil.path", "x");

        Analyzed analyzed =
                Analyzed.of("@source(type='file', @map(type='json'))\ndefine stream S (a int);", configuration);

        assertThat(analyzed.problems()).containsExactly("2:15 unknown-setting");
        assertThat(analyzed.messages()).containsExactly("stream S has no setting fil.path");
    }

    @Test
    void readsSettingsByType() {
        Endpoint source = with("type='source', extension='file', path='x', poll.interval='2 sec', follow='true'")
                .analysis()
                .app()
                .orElseThrow()
                .sources()
                .get(0);

        Settings settings = source.settings();

        assertThat(settings.getMillis("poll.interval.ms")).isEqualTo(2_000);
        assertThat(settings.getBoolean("follow")).isTrue();
        assertThat(settings.getString("path")).isEqualTo("x");
        assertThat(settings.has("nothing")).isFalse();
        assertThat(settings.find("nothing")).isEmpty();
        assertThat(source.position()).hasToString("1:15");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        type='source', extension='file'                                     | 1:15 missing-setting
        type='source', path='x'                                             | 1:15 missing-setting
        extension='file', path='x'                                          | 1:40 missing-setting
        type='internal', format='json'                                      | 1:57 unknown-setting
        type='sorce', extension='file', path='x'                            | 1:40 unknown-value -> source
        type='source', extension='fil', path='x'                            | 1:55 unknown-extension -> file
        type='source', extension='file', path='x', format='jason'           | 1:83 unknown-extension -> json
        type='source', extension='file', path='x', "file.pth"='y'           | 1:83 unknown-setting -> file.path
        type='source', extension='file', path='x', follow='maybe'           | 1:83 wrong-setting
        type='source', extension='file', path='x', poll.interval='5 secs ago' | 1:83 wrong-setting
        type='source', extension='file', path='x', format='json', depth='x' | 1:98 wrong-setting
        type='source', extension='file', path='x', format='json', json.timestamp='tz' | 1:98 unknown-column -> ts
        type='source', extension='file', path='x', format='json', mapping.b='$.b'     | 1:98 unknown-column
        type='source', extension='file', path='x', format='json', json.dept='1'       | 1:98 unknown-setting -> json.depth
        type='source', extension='file', path='x', type='sink'              | 1:83 duplicate-setting
        asinc.enabled='true'                                                | 1:40 unknown-setting -> async.enabled
        async.enabld='true'                                                 | 1:40 unknown-setting -> enabled
        async.enabled='perhaps'                                             | 1:40 wrong-setting
        async.backpressure_strategy='give up'                               | 1:40 unknown-value
        async.timeout='soon'                                                | 1:40 wrong-setting
        async.failure_threshold='0'                                         | 1:40 wrong-setting
        async.backpressure='drop', async.timeout='1 sec'                    | 1:67 stray-setting
        async.buffer_size='0'                                               | 1:40 wrong-setting
        async.buffer_size='many'                                            | 1:40 wrong-setting
        error.strategy='again'                                              | 1:40 unknown-value
        error.strategy='dlq'                                                | 1:40 missing-setting
        error.retry.max-attempts='3'                                        | 1:40 missing-setting
        error.strategy='retry', error.retry.backoff='slow'                  | 1:64 unknown-value
        error.strategy='retry', error.retry.max-attempts='some'             | 1:64 wrong-setting
        error.strategy='retry', error.retry.initial-delay='soon'            | 1:64 wrong-setting
        error.strategy='retry', error.retry.jitter='2'                      | 1:64 wrong-setting
        error.strategy='retry', error.retry.attempts='2'                    | 1:64 unknown-setting
        error.log-level='loud'                                              | 1:40 unknown-value
        type='source', extension='file', path='x', reconnect.backof='fixed' | 1:83 unknown-setting -> reconnect.backoff
        type='source', extension='file', path='x', connection.required='no' | 1:83 wrong-setting
        type='sink', extension='log', circuit-breaker.failures='0'          | 1:70 wrong-setting
        type='sink', extension='log', circuit-breaker.recovery='soon'       | 1:70 wrong-setting
        type='sink', extension='log', "destination.1.prefix"='a'            | 1:15 missing-setting
        error.dlq.stream='Bad'                                              | 1:40 missing-setting
        """)
    void reportsWhatIsWrongWithSettings(String settings, String problem) {
        assertThat(with(settings).problems()).containsExactly(problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        @source(path='x')                                                   | 1:1 missing-setting
        @source(type='file', path='x', @map())                              | 1:32 missing-setting
        @source(type='file', path='x', @mop(type='json'))                   | 1:32 misspelt-annotation -> map
        @source(type='file', path='x', @map(type='json', @atributes(a='x'))) | 1:50 misspelt-annotation -> attributes
        @source(type='file', path='x', @map(type='json', @attributes(b='x'))) | 1:62 unknown-column
        @source(type='file', path='x', @map(type='json', deep='3'))         | 1:50 unknown-setting
        @source(ref='there', type='file', path='x')                         | 1:9 unknown-reference
        @sink(type='log', on.error='NEVER')                                 | 1:19 unknown-value
        @sink(type='log', @distribution(strategy='first'))                  | 1:1 missing-setting
        @sink(type='log', @distribution(@destination(prefix='a')))          | 1:1 missing-setting
        @sink(type='log', @distribution(strategy='frist', @destination(prefix='a'))) | 1:33 unknown-extension -> first
        @sink(type='log', @distribution(strategy='first', @destination(prefx='a'))) | 1:64 unknown-setting -> prefix
        @sink(type='log', @distribution(strategy='first', key='b', @destination(prefix='a'))) | 1:51 unknown-column
        @source(type='file', path='x', @distribution(strategy='first'))     | 1:32 unknown-annotation
        @config(asynk='true')                                               | 1:9 unknown-setting -> async
        """)
    void reportsWhatIsWrongWithAnnotations(String annotation, String problem) {
        assertThat(Analyzed.of(annotation + "\ndefine stream S (a int, ts long);")
                        .problems())
                .containsExactly(problem);
    }

    @Test
    void readsPoliciesInEverySpelling() {
        List<String> policies = Analyzed.of("""
            @sink(type='log', on.error='wait')
            @sink(type='log', on.error='RETRY')
            @sink(type='log', on.error='STORE', error.retry.max.attempts='unlimited')
            @sink(type='log', error.strategy='dlq', error.dlq.stream='Letters', error.retry.max_attempts='2')
            @sink(type='log', on.error='STREAM')
            @sink(type='log', on.error='fail')
            define stream S (a int);
            define stream Letters (originalEvent string, errorMessage string, errorType string, timestamp long,
                attemptCount int, streamName string);
            CREATE STREAM T (a INT) WITH (type='sink', extension='log', error.strategy='retry', error.retry.max-attempts='5',
                error.retry.backoff='linear', error.retry.initial-delay='1 sec', error.retry.max-delay='3 sec');
            """).analysis().app().orElseThrow().sinks().stream()
                .map(sink -> sink.care().failures().toString())
                .toList();

        assertThat(policies)
                .containsExactly(
                        "tried again until it succeeds, then logged",
                        "tried again 3 times, then logged",
                        "tried again until it succeeds, then put into the error store",
                        "tried again 2 times, then put as dead letters into Letters",
                        "put into !S",
                        "the end of the application",
                        "tried again 5 times, then logged");
    }

    @Test
    void givesSinksOfDeadLettersTheFallback() {
        Endpoint sink = Analyzed.of("""
            @sink(type='log')
            define stream Letters (originalEvent string, errorMessage string, errorType string, timestamp long,
                attemptCount int, streamName string);
            CREATE STREAM T (a INT) WITH (error.strategy='dlq', error.dlq.stream='Letters',
                error.dlq.fallback-strategy='retry', error.dlq.fallback-retry.max-attempts='7');
            """).analysis().app().orElseThrow().sinks().get(0);

        assertThat(sink.care().failures()).hasToString("tried again 7 times, then logged");
    }

    @Test
    void dividesSettingsAmongDestinations() {
        Analyzed classic = Analyzed.of("""
            @sink(type='file', path='all', @distribution(strategy='first', key='a',
                @destination(path='one'), @destination()))
            define stream S (a int);
            """);
        Analyzed sql = Analyzed.of("""
            CREATE STREAM S (a INT) WITH (type='sink', extension='file', path='all', distribution.strategy='first',
                distribution.key='a', "destination.2.file.path"='all', "destination.1.path"='one');
            """);

        for (Analyzed analyzed : List.of(classic, sql)) {
            Endpoint.Spread spread = analyzed.analysis()
                    .app()
                    .orElseThrow()
                    .sinks()
                    .get(0)
                    .spread()
                    .orElseThrow();
            assertThat(spread.settings().getString("key")).isEqualTo("a");
            assertThat(spread.destinations())
                    .extracting(destination -> destination.getString("path"))
                    .containsExactly("one", "all");
        }
    }

    @Test
    void saysWhichExtensionsAreMissing() {
        Analyzed analyzed = with("type='sink', extension='kafka', format='avro', kafka.topic='t', avro.schema='s'");

        assertThat(analyzed.missing()).containsExactly("sink kafka", "sink mapper avro");
        assertThat(analyzed.analysis().isWaiting()).isTrue();
        assertThat(analyzed.problems()).containsExactly("1:53 unknown-extension", "1:72 unknown-extension");
    }
}

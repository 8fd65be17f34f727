package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.Problem;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EndpointTrialTest {

    private final Picky picky = new Picky();

    private List<Problem> validate(String text) {
        try (EngineFixture fixture = new EngineFixture()) {
            fixture.register(picky);
            return fixture.engine.validate(text);
        }
    }

    @Test
    void hearsWhatAMapperSaysOfItsSettings() {
        List<Problem> problems = validate("""
                define stream In (n long);
                @source(type='hand', @map(type='picky', pattern='[')) define stream S (n long);
                """);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).toString())
                .contains("Unclosed character class")
                .startsWith("2:");
        assertThat(picky.trials).isEqualTo(1);
    }

    @Test
    void findsNothingWrongWithWhatIsRight() {
        assertThat(validate("""
                @source(type='hand', @map(type='picky', pattern='[a]')) define stream S (n long);
                @sink(type='kept') define stream Out (n long);
                from S select n insert into Out;
                """)).isEmpty();
    }

    /** Refuses patterns that are none. */
    @Extension(
            kind = ExtensionKind.SOURCE_MAPPER,
            name = "picky",
            description = "Nothing.",
            parameters = @Parameter(name = "pattern", type = ParameterType.STRING, description = "Nothing."))
    private static final class Picky implements SourceMapperFactory {

        private int trials;

        @Override
        public SourceMapper create(MapperContext context) {
            trials += context.isTrial() ? 1 : 0;
            Pattern.compile(context.settings().getString("pattern"));
            return (payload, offset, length, out) -> {};
        }
    }
}

package eventflux.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GrammarPageTest {

    private static final Path GRAMMAR = Path.of("src/main/antlr4/eventflux/parser/grammar");

    @Test
    void holdsTheGrammarAsItIs() throws IOException {
        String page = GrammarPage.print(
                Files.readString(GRAMMAR.resolve("EventFluxGrammar.g4")),
                Files.readString(GRAMMAR.resolve("EventFluxLexer.g4")));

        Files.writeString(Path.of("target/grammar.md"), page);
        assertThat(Path.of("../docs/guide/grammar.md"))
                .as("the page in the guide; the present one is in target/grammar.md")
                .hasContent(page);
    }
}

package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EventFluxManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExtensionsPageTest {

    @Test
    void holdsWhatTheExtensionsSayOfThemselves() throws IOException {
        String page;
        try (EventFluxManager manager = EventFluxManager.create()) {
            page = ExtensionsPage.print(manager.extensions().stream()
                    .filter(extension -> !extension.provider().contains("test-classes"))
                    .toList());
        }

        Files.writeString(Path.of("target/extensions-reference.md"), page);
        assertThat(Path.of("../../docs/guide/extensions-reference.md"))
                .as("the page in the guide; the present one is in target/extensions-reference.md")
                .hasContent(page);
    }
}

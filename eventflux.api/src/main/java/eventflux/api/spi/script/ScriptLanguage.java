package eventflux.api.spi.script;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes functions of scripts in one language, for {@code define function f[language] return type { … }}; the service that such an
 * extension registers, described by {@link eventflux.api.spi.Extension @Extension}.
 */
@ConsumerType
@FunctionalInterface
public interface ScriptLanguage {

    /**
     * The function of a script. Called while an application is analysed, on any thread.
     *
     * @throws IllegalArgumentException with a sentence for the author when the script is none
     */
    ScriptFunction compile(Script script);
}

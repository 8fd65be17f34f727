package eventflux.ext.javascript;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.script.Script;
import eventflux.api.spi.script.ScriptFunction;
import eventflux.api.spi.script.ScriptLanguage;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;
import org.osgi.service.component.annotations.Component;

/** Makes functions of scripts in JavaScript (ECMAScript 6 and much of what came after). */
@Component(service = ScriptLanguage.class)
@Extension(
        kind = ExtensionKind.SCRIPT_LANGUAGE,
        name = "javascript",
        aliases = "js",
        description =
                "JavaScript. A script is the body of a function: it returns its value, sees its arguments in the array data,"
                        + " or under the names of the definition, and sees nothing of Java.",
        examples = "define function fullName[javascript] return string { return data[0] + ' ' + data[1]; };")
public final class JavaScript implements ScriptLanguage {

    private final BoundedContexts contexts = new BoundedContexts();

    @Override
    public ScriptFunction compile(Script script) {
        boolean isByNumber = script.parameters().isEmpty();
        String parameters = isByNumber ? "data" : String.join(", ", script.parameters());
        String source = "function (" + parameters + ") {" + script.body() + "\n}";
        try {
            return contexts.run(context -> {
                ScriptableObject scope = context.initSafeStandardObjects(null, true);
                Function function = context.compileFunction(scope, source, script.name(), 1, null);
                return new JavaScriptFunction(contexts, scope, function, isByNumber);
            });
        } catch (RhinoException e) {
            throw refusal(e);
        }
    }

    /** What a script has against itself or its arguments, with the place in the script. */
    static IllegalArgumentException refusal(RhinoException failure) {
        return new IllegalArgumentException(
                failure.details() + " (line " + failure.lineNumber() + " of the script)", failure);
    }
}

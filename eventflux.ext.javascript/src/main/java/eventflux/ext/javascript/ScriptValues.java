package eventflux.ext.javascript;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.NativeObject;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/** Values on their way into scripts and back. Lists and sets are arrays there, maps objects; all of them are copies. */
final class ScriptValues {

    private ScriptValues() {}

    static Object[] toScript(Object[] values, Context context, Scriptable scope) {
        Object[] result = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = toScript(values[i], context, scope);
        }
        return result;
    }

    private static Object toScript(Object value, Context context, Scriptable scope) {
        if (value instanceof Collection<?> elements) {
            return context.newArray(scope, toScript(elements.toArray(), context, scope));
        }
        if (value instanceof Map<?, ?> map) {
            Scriptable object = context.newObject(scope);
            map.forEach((key, element) ->
                    ScriptableObject.putProperty(object, String.valueOf(key), toScript(element, context, scope)));
            return object;
        }
        return value instanceof Character letter ? letter.toString() : value;
    }

    static Object fromScript(Object value) {
        if (value == null || Undefined.isUndefined(value)) {
            return null;
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof NativeArray array) {
            List<Object> list = new ArrayList<>();
            for (Object element : array) {
                list.add(fromScript(element));
            }
            return list;
        }
        if (value instanceof NativeObject object) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (Object key : object.getIds()) {
                map.put(String.valueOf(key), fromScript(ScriptableObject.getProperty(object, String.valueOf(key))));
            }
            return map;
        }
        return value instanceof CharSequence ? value.toString() : Context.toString(value);
    }
}

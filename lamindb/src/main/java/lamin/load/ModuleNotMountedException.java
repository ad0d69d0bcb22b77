package lamin.load;

import java.util.List;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.Remedy.MountModule;
import lamin.schema.internal.module.ModuleInfo;

/** A registry was requested for an installed module that the instance does not mount. */
public final class ModuleNotMountedException extends LoadException {
    private final transient Slug instance;
    private final transient ModuleInfo module;

    /** Reports that the records of this entity were requested. */
    public ModuleNotMountedException(Slug instance, ModuleInfo module, Class<?> entity) {
        super(
                ErrorCode.USAGE,
                List.of(),
                entity.getSimpleName() + " is an entity of module " + module.name() + ", which " + instance
                        + " does not mount",
                List.of(of(instance, new MountModule(module.name()))),
                Facts.of(Facts.Kind.INSTANCE, instance.toString()).and(Facts.Kind.MODULE, List.of(module.name())));
        this.instance = instance;
        this.module = module;
    }

    public Slug instance() {
        return instance;
    }

    public ModuleInfo module() {
        return module;
    }
}

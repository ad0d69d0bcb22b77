package mappings;

import jakarta.xml.bind.annotation.XmlRootElement;

/** Stored as XML. */
@XmlRootElement
public class XmlPart {
    public String name;

    public XmlPart() {}

    XmlPart(String name) {
        this.name = name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof XmlPart part && part.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}

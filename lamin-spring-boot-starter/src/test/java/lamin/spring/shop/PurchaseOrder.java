package lamin.spring.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

@Entity
public class PurchaseOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private @Nullable String shippedTo;

    protected PurchaseOrder() {}

    public PurchaseOrder(String shippedTo) {
        this.shippedTo = shippedTo;
    }

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable String getShippedTo() {
        return shippedTo;
    }
}

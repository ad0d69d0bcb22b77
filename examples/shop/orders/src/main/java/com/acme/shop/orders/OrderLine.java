package com.acme.shop.orders;

import com.acme.shop.catalog.Product;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Check;

/** A number of pieces of one product. */
@Entity
@Check(constraints = "quantity > 0")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class OrderLine {
    @EmbeddedId
    private OrderLineId id;

    @ManyToOne(optional = false)
    private Product product;

    private int quantity;

    public OrderLine(PurchaseOrder order, Product product, int quantity) {
        this.id = new OrderLineId(order, order.getLines().size() + 1);
        this.product = product;
        this.quantity = quantity;
        order.getLines().add(this);
    }
}

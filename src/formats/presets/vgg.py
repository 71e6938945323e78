# A small VGG
from keras.models import Model
from keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D


# function for creating a vgg block
def vgg_block(layer_in, n_filters, n_conv):
    # add convolutional layers
    for _ in range(n_conv):
        layer_in = Conv2D(n_filters, (3, 3), padding='same', activation='relu')(layer_in)
    # add max pooling layer
    layer_in = MaxPooling2D((2, 2), strides=(2, 2))(layer_in)
    return layer_in


visible = Input(shape=(height, width, channels))
layer = vgg_block(visible, 8, 2)
layer = vgg_block(layer, 16, 2)
layer = vgg_block(layer, 32, 3)
layer = Flatten()(layer)
layer = Dense(64, activation='relu')(layer)
layer = Dense(num_classes, activation='softmax')(layer)
model = Model(inputs=visible, outputs=layer)
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
